package io.heddle.agent.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.hook.HeddleHook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.api.Test;

class ConstantPoolTest {
  private static final String FROM = HookDefinition.COMPILED;
  private static final String TO = "org/example/Hook";

  @Test
  void hookClass_getsTheNewName() throws IOException {
    byte[] renamed = ConstantPool.renamed(classFile(HeddleHook.class), FROM, TO);

    assertThat(new ClassReader(renamed).getClassName()).isEqualTo(TO);
    assertThat(new String(renamed, StandardCharsets.ISO_8859_1)).doesNotContain(FROM);
  }

  @Test
  void subclass_getsTheNewSuperclass() throws IOException {
    byte[] original = classFile(Idle.class);
    byte[] renamed = ConstantPool.renamed(original, FROM, TO);

    assertThat(new ClassReader(renamed).getSuperName()).isEqualTo(TO);
  }

  @Test
  void everyKindOfConstant_isCopied() throws IOException {
    byte[] original = classFile(ConstantPoolTest.class);
    byte[] there = ConstantPool.renamed(original, "junit", "jun" + TO.length());
    byte[] back = ConstantPool.renamed(there, "jun" + TO.length(), "junit");

    assertThat(there).isNotSameAs(original);
    assertThat(Arrays.equals(back, original)).isTrue();
  }

  @Test
  void classFileWithoutTheName_isReturnedItself() throws IOException {
    byte[] original = classFile(Arrays.class);

    assertThat(ConstantPool.renamed(original, FROM, TO)).isSameAs(original);
  }

  @Test
  void truncatedClassFile_isRefused() throws IOException {
    byte[] half = Arrays.copyOf(classFile(HeddleHook.class), 400);

    assertThatThrownBy(() -> ConstantPool.renamed(half, FROM, TO))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static final class Idle extends HeddleHook {
    @Override
    protected Lane onLane() {
      return null;
    }
  }

  /** Constants that no other class of this test has: long, double, method types. */
  static double rare(long number) {
    Runnable runnable = () -> System.out.println(0x1234_5678_9ABC_DEFL + 1.2345);
    runnable.run();
    return number * 9.875e17;
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }
}
