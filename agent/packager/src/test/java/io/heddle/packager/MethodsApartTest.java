package io.heddle.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.tools.ToolProvider;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodsApartTest {
  private static final String FOLDER = "io/heddle/instrumentation/";
  private static final String COUNTING = FOLDER + "Counting.class";

  @TempDir Path classes;

  @BeforeEach
  void compile() throws Exception {
    Path probe =
        source("Probe", "package io.heddle.instrumentation.spi; public interface Probe { }");
    Path counting =
        source(
            "Counting",
            """
            package io.heddle.instrumentation;
            public class Counting implements
                io.heddle.instrumentation.spi.Probe, java.util.function.ToIntFunction<String> {
              public int enter(String text) {
                int sum = 0;
                for (int i = 0; i < text.length(); i++) {
                  if (Character.isDigit(text.charAt(i))) {
                    try {
                      sum += Integer.parseInt(text.substring(i, i + 1));
                    } catch (NumberFormatException e) {
                      throw new IllegalStateException(e);
                    }
                  }
                }
                return sum;
              }
              public int exit(String text) { return text.length(); }
              public int applyAsInt(String text) { return 100 * enter(text) + exit(text); }
            }
            """);
    Path other =
        source(
            "Other",
            "package io.heddle.instrumentation; class Other { int enter(int a) { return a; } }");
    Path mark =
        source(
            "CompiledApart", "package io.heddle.recorder.jvm; public @interface CompiledApart { }");
    Path marked =
        source(
            "Marked",
            """
            package io.heddle.recorder;
            class Marked {
              @io.heddle.recorder.jvm.CompiledApart int one() { return 1; }
              int two() { return 2; }
            }
            """);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-g",
                    "-d",
                    classes.toString(),
                    probe.toString(),
                    counting.toString(),
                    other.toString(),
                    mark.toString(),
                    marked.toString()))
        .isZero();
  }

  @Test
  void longMethodOfAProbe_isLongerThanWhatIsInlined() throws Exception {
    assertThat(codeSizes(apart(COUNTING)))
        .containsEntry("enter", MethodsApart.INLINED_AT_MOST + 1)
        .hasEntrySatisfying("exit", size -> assertThat(size).isLessThan(MethodsApart.SMALL))
        .containsEntry("applyAsInt", codeSizes(compiled(COUNTING)).get("applyAsInt"));
  }

  @Test
  void markedMethod_isLongerThanWhatIsInlinedHoweverShort() throws Exception {
    assertThat(codeSizes(apart("io/heddle/recorder/Marked.class")))
        .containsEntry("one", MethodsApart.INLINED_AT_MOST + 1)
        .hasEntrySatisfying("two", size -> assertThat(size).isLessThan(MethodsApart.SMALL));
  }

  @Test
  void longerMethod_stillVerifiesAndDoesTheSame() throws Exception {
    Files.write(classes.resolve(COUNTING), apart(COUNTING));

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      @SuppressWarnings("unchecked")
      ToIntFunction<String> counting =
          (ToIntFunction<String>)
              loader
                  .loadClass("io.heddle.instrumentation.Counting")
                  .getDeclaredConstructor()
                  .newInstance();
      assertThat(counting.applyAsInt("a1b23")).isEqualTo(605);
    }
  }

  @Test
  void classThatIsNoProbe_staysAsItIs() throws Exception {
    byte[] other = compiled(FOLDER + "Other.class");

    assertThat(MethodsApart.of(FOLDER + "Other.class", other)).isSameAs(other);
  }

  private byte[] apart(String path) throws Exception {
    return MethodsApart.of(path, compiled(path));
  }

  private byte[] compiled(String path) throws Exception {
    return Files.readAllBytes(classes.resolve(path));
  }

  private Path source(String name, String code) throws Exception {
    return Files.writeString(classes.resolve(name + ".java"), code);
  }

  private static Map<String, Integer> codeSizes(byte[] file) {
    Map<String, Integer> sizes = new HashMap<>();
    ClassVisitor measuring =
        new ClassVisitor(Opcodes.ASM9, new ClassWriter(0)) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor copy = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, copy) {
              @Override
              public void visitMaxs(int maxStack, int maxLocals) {
                Label end = new Label();
                super.visitLabel(end);
                sizes.put(name, end.getOffset());
              }
            };
          }
        };
    new ClassReader(file).accept(measuring, 0);
    return sizes;
  }
}
