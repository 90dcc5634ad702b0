package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo when things go wrong; with the real agent it is tested through the launcher. */
@Timeout(60)
final class DemoCommandTest {
  @TempDir private Path home;
  private Shell shell;

  @BeforeEach
  void quietAgentAndApplication() throws IOException {
    System.setProperty("heddle.home", home.toString());
    shell = new Shell(home);
    jar("agent/bundle/target/heddle-agent.jar", "Premain-Class");
    jar("sample-app/target/sample-app.jar", "Main-Class");
  }

  @AfterEach
  void forgetHome() {
    System.clearProperty("heddle.home");
  }

  @Test
  void applicationWithoutSpans_isANo() {
    assertThat(demo()).isEqualTo(1);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.errLines()).last().asString().contains("no span arrived", "ended with 0");
  }

  @Test
  void missingAgent_isNamed() throws IOException {
    Files.delete(home.resolve("agent/bundle/target/heddle-agent.jar"));
    assertThat(demo()).isEqualTo(2);
    assertThat(shell.errLines()).last().asString().contains("heddle-agent.jar is missing");
  }

  @Test
  void takenPort_isNamedWithItsOption() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(other.getLocalPort());
      assertThat(shell.run("demo", "--grpc-port=0", "--http-port=" + port)).isEqualTo(2);
      assertThat(shell.errLines()).singleElement().asString().contains("--http-port", port);
    }
  }

  private int demo() {
    return shell.run("demo", "--runs=1", "--grpc-port=0", "--http-port=0", "--ui-port=0");
  }

  private void jar(String name, String role) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(role, Quiet.class.getName());
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      String resource = Quiet.class.getName().replace('.', '/') + ".class";
      jar.putNextEntry(new JarEntry(resource));
      jar.write(Quiet.class.getClassLoader().getResourceAsStream(resource).readAllBytes());
    }
  }

  /** An agent and an application that do nothing. */
  public static final class Quiet {
    private Quiet() {}

    public static void premain(String arguments, Instrumentation instrumentation) {}

    public static void main(String[] arguments) {}
  }
}
