package io.heddle.instrumentation.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.ModuleVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** A jar of classes in a named module that reads nothing but {@code java.base}. */
final class ModularJar {
  static final String MODULE = "toy";

  private ModularJar() {}

  static Path in(Path directory, Class<?>... classes) throws IOException {
    Path jar = directory.resolve("modular.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      out.putNextEntry(new ZipEntry("module-info.class"));
      out.write(moduleInfo());
      for (Class<?> type : classes) {
        String path = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(path));
        try (InputStream in = type.getResourceAsStream("/" + path)) {
          in.transferTo(out);
        }
      }
    }
    return jar;
  }

  private static byte[] moduleInfo() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
    ModuleVisitor module = writer.visitModule(MODULE, 0, null);
    module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
    module.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
