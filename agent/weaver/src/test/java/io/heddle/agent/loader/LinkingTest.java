package io.heddle.agent.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.hook.HeddleHook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LinkingTest {
  private static final String HOOK = "io/heddle/hook/HeddleHook";

  @Test
  void packagedClassOfOurs_callsTheHookInJavaLang() throws Exception {
    byte[] hook = classFile(HeddleHook.class);
    byte[] packaged = Linking.packaged(HOOK + ".class", hook);

    assertThat(text(packaged)).contains("java/lang/HeddleHook").doesNotContain(HOOK);
    assertThat(Linking.moved(packaged, HOOK)).isEqualTo(hook);
  }

  @Test
  void packagedLibrary_logsNowhere() throws Exception {
    byte[] library = classFile(LogsSomething.class);

    assertThat(text(Linking.packaged("org/example/Logs.class", library)))
        .contains("io/heddle/recorder/quiet/Logger")
        .doesNotContain("java/util/logging/");
  }

  @Test
  void startUpClasses_keepTheNamesTheySpell() throws Exception {
    byte[] definition = classFile(HookDefinition.class);

    assertThat(Linking.packaged("io/heddle/agent/loader/HookDefinition.class", definition))
        .isSameAs(definition);
  }

  @SuppressWarnings("unused")
  private static final class LogsSomething {
    private java.util.logging.Logger logger;
  }

  private static String text(byte[] classFile) {
    return new String(classFile, StandardCharsets.ISO_8859_1);
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in =
        type.getClassLoader().getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }
}
