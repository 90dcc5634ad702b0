package io.heddle.packager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
  @ParameterizedTest
  @CsvSource({
    "io/heddle/agent/HeddleAgent.class, io/heddle/agent/HeddleAgent.class",
    "io/heddle/weaver/Agent.class, inst/io/heddle/weaver/Agent.classdata",
    "net/bytebuddy/jar/asm/Type.class, inst/net/bytebuddy/jar/asm/Type.classdata",
    "lib/data.bin, inst/lib/data.bin",
    "META-INF/services/lib.Provider, inst/META-INF/services/lib.Provider",
    "META-INF/LICENSE, META-INF/licenses/lib-1.0/LICENSE",
    "META-INF/NOTICE.txt, META-INF/licenses/lib-1.0/NOTICE.txt",
    "META-INF/licenses/ASM, META-INF/licenses/lib-1.0/licenses/ASM",
  })
  void file_hasItsPlace(String path, String entry) {
    assertThat(Placement.of(path, "lib-1.0")).contains(entry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "META-INF/MANIFEST.MF",
        "META-INF/INDEX.LIST",
        "META-INF/LIB.SF",
        "META-INF/maven/lib/pom.xml",
        "META-INF/versions/9/module-info.class",
        "META-INF/versions/24/lib/Newer.class",
        "module-info.class",
        "io/heddle/weaver/package-info.class",
        "kotlin/kotlin.kotlin_builtins",
        "net/bytebuddy/agent/builder/AgentBuilder.class",
        "org/jctools/queues/atomic/MpscAtomicArrayQueue.class",
        "org/jctools/queues/varhandle/unpadded/MpscUnpaddedVarHandleArrayQueue.class",
        "org/jctools/queues/varhandle/SpscVarHandleArrayQueue.class",
        "org/jctools/queues/MpscArrayQueue.class",
        "org/jctools/maps/NonBlockingHashMap.class",
      })
  void fileThatNobodyReads_isLeftOut(String path) {
    assertThat(Placement.of(path, "lib-1.0")).isEmpty();
  }

  @Test
  void classOfThePremainPackage_isHiddenToo() {
    assertThat(Placement.of("io/heddle/agent/loader/Start.class", "heddle"))
        .contains("inst/io/heddle/agent/loader/Start.classdata");
  }

  @ParameterizedTest
  @CsvSource({
    "inst/io/heddle/weaver/Agent.classdata, io/heddle/weaver/Agent",
    "inst/net/bytebuddy/jar/asm/Type.classdata, net/bytebuddy/jar/asm/Type",
    "inst/org/jctools/util/Pow2.classdata, org/jctools/util/Pow2",
  })
  void classThatEachStartLoads_isPacked(String entry, String name) {
    assertThat(Placement.packed(entry)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io/heddle/agent/HeddleAgent.class",
        "inst/io/heddle/agent/loader/Start.classdata",
        "inst/io/heddle/instrumentation/methods/MethodRules.classdata",
        "inst/io/opentelemetry/api/trace/Span.classdata",
        "inst/io/heddle/recorder/text",
      })
  void anythingElse_isAnEntryOfItsOwn(String entry) {
    assertThat(Placement.packed(entry)).isEmpty();
  }
}
