package io.heddle.agent.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.instrumentation.spi.EngineModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLoaderTest {
  private static final String SERVICES = "META-INF/services/" + EngineModule.class.getName();

  @TempDir Path directory;

  @Test
  void ownClasses_comeBeforeTheApplications() throws Exception {
    String name = ConstantPoolTest.class.getName();
    byte[] classFile = classFile(name);
    AgentLoader loader = loader(jar(name.replace('.', '/') + ".class", classFile));

    Class<?> own = loader.loadClass(name);
    assertThat(own).isNotSameAs(ConstantPoolTest.class);
    assertThat(own.getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass(name)).isSameAs(own);
  }

  @Test
  void classOfTheApplication_isNotFound() throws Exception {
    assertThatThrownBy(
            () -> loader(directory("x", bytes(""))).loadClass(AgentLoaderTest.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void classesOfTheJdk_areShared() throws Exception {
    assertThat(loader(directory("x", bytes(""))).loadClass("java.sql.Connection"))
        .isSameAs(java.sql.Connection.class);
  }

  @Test
  void loggingOfExtensions_isSilencedWithoutTouchingTheApplications() throws Exception {
    Class<?> library =
        loader(directory("x", bytes("")), new ClassPath())
            .loadClass("io.opentelemetry.sdk.common.internal.ThrottlingLogger");

    assertThat(library.getDeclaredField("delegate").getType().getName())
        .isEqualTo("io.heddle.recorder.quiet.Logger");
  }

  /** All that this test can see. */
  private static final class ClassPath implements ClassFiles {
    @Override
    public byte[] classFile(String name) throws IOException {
      return AgentLoaderTest.classFile(name.replace('/', '.'));
    }

    @Override
    public byte[] resource(String path) {
      return null;
    }
  }

  @Test
  void servicesOfEveryOrigin_areFoundAndReadable() throws Exception {
    AgentLoader loader = loader(jar(SERVICES, bytes("a.A")), directory(SERVICES, bytes("b.B")));

    List<URL> found = Collections.list(loader.getResources(SERVICES));
    assertThat(found).hasSize(2);
    assertThat(read(found.get(0))).isEqualTo("a.A");
    assertThat(read(found.get(1))).isEqualTo("b.B");
    assertThat(loader.getResource(SERVICES)).isNotNull();
  }

  @Test
  void resourceOfTheApplication_isNotFound() throws Exception {
    assertThat(loader(directory("x", bytes(""))).getResource("META-INF/MANIFEST.MF")).isNull();
  }

  private static AgentLoader loader(ClassFiles... origins) {
    AgentLoader loader = new AgentLoader(origins[0], HookDefinition.COMPILED);
    for (ClassFiles extension : List.of(origins).subList(1, origins.length)) {
      loader.add(extension);
    }
    return loader;
  }

  private ClassFiles jar(String entry, byte[] content) throws IOException {
    Path jar = Files.createTempFile(directory, "extension", ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return new JarClassFiles(new JarFile(jar.toFile()), "", ".class");
  }

  private ClassFiles directory(String path, byte[] content) throws IOException {
    Path classes = Files.createTempDirectory(directory, "classes");
    Path file = classes.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return new DirectoryClassFiles(classes.toFile());
  }

  private static byte[] classFile(String name) throws IOException {
    String path = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = AgentLoaderTest.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }

  private static String read(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
