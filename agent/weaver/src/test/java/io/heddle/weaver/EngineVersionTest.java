package io.heddle.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineVersionTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "file:/lib/flow-1.2.jar, flow-1.2.jar",
    "file:/app/target/classes/, classes",
    "nested:/app.jar/!BOOT-INF/lib/flow-1.2.jar!/, flow-1.2.jar",
    "jar:file:/app.war!/WEB-INF/lib/flow-1.2.jar!/, flow-1.2.jar",
    "'', an unknown place",
  })
  void place_isTheFileThatTheClassCameFrom(String origin, String place) {
    assertThat(EngineVersion.of(origin)).isEqualTo(place);
  }

  @Test
  void versionOfTheManifest_isAddedWhereTheNameDoesNotTellIt() throws IOException {
    assertThat(EngineVersion.of(jar("flow.jar"))).isEqualTo("flow.jar 1.2");
    assertThat(EngineVersion.of(jar("flow-1.2.jar"))).isEqualTo("flow-1.2.jar");
  }

  private String jar(String name) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2");
    Path jar = directory.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.finish();
    }
    return jar.toUri().toString();
  }
}
