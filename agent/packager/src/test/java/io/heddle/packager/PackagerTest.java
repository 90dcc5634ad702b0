package io.heddle.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagerTest {
  @TempDir Path directory;

  private Path classes;
  private Path library;
  private Path licence;

  @BeforeEach
  void prepare() throws Exception {
    classes = directory.resolve("classes");
    Files.createDirectories(classes.resolve("io/heddle/agent"));
    compile("io/heddle/agent/HeddleAgent");
    compile("io/heddle/agent/Other");
    licence = Files.writeString(directory.resolve("LICENSE"), "free");
    library = directory.resolve("lib-1.0.jar");
    try (OutputStream file = Files.newOutputStream(library);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("z/Last.class"));
      zip.putNextEntry(new ZipEntry("a/First.class"));
    }
  }

  private void compile(String name) throws Exception {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
    Files.write(classes.resolve(name + ".class"), type.toByteArray());
  }

  @Test
  void methodToBeCompiledApart_isMadeLongerBeforeItsMarkIsTakenOut() throws Exception {
    Path marked = classes.resolve("io/heddle/recorder/Marked.class");
    Files.createDirectories(marked.getParent());
    Files.write(marked, marked());

    try (JarFile jar = new JarFile(packaged("agent.jar").toFile())) {
      ZipEntry entry = jar.getEntry("inst/io/heddle/recorder/Marked.classdata");
      byte[] stored = jar.getInputStream(entry).readAllBytes();
      assertThat(stored).hasSizeGreaterThan(MethodsApart.INLINED_AT_MOST);
      assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("CompiledApart");
    }
  }

  private static byte[] marked() {
    ClassWriter type = new ClassWriter(0);
    type.visit(
        Opcodes.V17,
        Opcodes.ACC_SUPER,
        "io/heddle/recorder/Marked",
        null,
        "java/lang/Object",
        null);
    MethodVisitor one = type.visitMethod(Opcodes.ACC_STATIC, "one", "()I", null, null);
    one.visitAnnotation("Lio/heddle/recorder/jvm/CompiledApart;", false).visitEnd();
    one.visitCode();
    one.visitInsn(Opcodes.ICONST_1);
    one.visitInsn(Opcodes.IRETURN);
    one.visitMaxs(1, 0);
    one.visitEnd();
    return type.toByteArray();
  }

  @Test
  void jar_hasSortedEntriesOfOneTime() throws Exception {
    try (JarFile jar = new JarFile(packaged("agent.jar").toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .containsExactly(
              "META-INF/MANIFEST.MF",
              "META-INF/LICENSE",
              "META-INF/licenses/LIBRARIES",
              "inst/a/First.classdata",
              "inst/io/heddle/agent/Other.classdata",
              "inst/z/Last.classdata",
              "io/heddle/agent/HeddleAgent.class");
      assertThat(jar.stream().map(ZipEntry::getTimeLocal))
          .containsOnly(LocalDateTime.parse("2026-11-21T00:00:00"));
    }
  }

  @Test
  void sameInput_givesTheSameBytes() throws Exception {
    assertThat(Files.readAllBytes(packaged("one.jar")))
        .isEqualTo(Files.readAllBytes(packaged("two.jar")));
  }

  private Path packaged(String name) throws Exception {
    Path jar = directory.resolve(name);
    String classPath =
        String.join(
            System.getProperty("path.separator"),
            List.of(
                classes.toString(), directory.resolve("absent").toString(), library.toString()));
    Packager.main(
        new String[] {
          jar.toString(), "1.2", "2026-11-21T00:00:00Z", licence.toString(), classPath
        });
    return jar;
  }
}
