package io.heddle.agent.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnClassFilesTest {
  private final Map<String, byte[]> jar = new HashMap<>();
  private final OwnClassFiles own = new OwnClassFiles(new Entries());

  /** What a jar holds. */
  private final class Entries implements ClassFiles {
    @Override
    public byte @Nullable [] classFile(String name) {
      return jar.get(name + ".class");
    }

    @Override
    public byte @Nullable [] resource(String path) {
      return jar.get(path);
    }
  }

  @Test
  void classesOfThePackAndOfEntries_areBothFound() throws Exception {
    jar.put(OwnClassFiles.PACK, ClassPack.of(Map.of("a/Packed", new byte[] {1})));
    jar.put("a/Entry.class", new byte[] {2});

    assertThat(own.classFile("a/Packed")).containsExactly(1);
    assertThat(own.classFile("a/Entry")).containsExactly(2);
    assertThat(own.classFile("a/Neither")).isNull();
  }

  @Test
  void jarWithoutAPack_hasItsEntries() throws Exception {
    jar.put("a/Entry.class", new byte[] {2});

    assertThat(own.classFile("a/Entry")).containsExactly(2);
    assertThat(own.resource("a/Entry.class")).containsExactly(2);
  }
}
