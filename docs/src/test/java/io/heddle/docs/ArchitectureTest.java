package io.heddle.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dependencies point down the way of the data: a room knows those before it, never those after. */
class ArchitectureTest {
  /**
   * One room of the house.
   *
   * @param packages where its classes are
   * @param mayKnow the rooms it may depend on
   */
  private record Room(List<String> packages, List<String> mayKnow) {
    static Room of(String packages, String... mayKnow) {
      return new Room(List.of(packages.split(" ")), List.of(mayKnow));
    }
  }

  private static final Map<String, Room> ROOMS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("contract", Room.of("io.heddle.contract..")),
              Map.entry("hook", Room.of("io.heddle.hook..")),
              Map.entry("recorder", Room.of("io.heddle.recorder..", "contract", "hook")),
              Map.entry(
                  "spi",
                  Room.of("io.heddle.instrumentation.spi..", "contract", "hook", "recorder")),
              Map.entry(
                  "methods",
                  Room.of("io.heddle.instrumentation.methods..", "contract", "recorder", "spi")),
              Map.entry(
                  "weaver",
                  Room.of(
                      "io.heddle.weaver.. io.heddle.agent..",
                      "contract",
                      "hook",
                      "recorder",
                      "spi",
                      "methods")),
              Map.entry("packager", Room.of("io.heddle.packager..")),
              Map.entry(
                  "engines",
                  Room.of(
                      "io.heddle.instrumentation.langgraph4j.."
                          + " io.heddle.instrumentation.langchain4j.."
                          + " io.heddle.instrumentation.opentelemetry.."
                          + " io.heddle.instrumentation.executors..",
                      "contract",
                      "recorder",
                      "spi")),
              Map.entry(
                  "testkit",
                  Room.of("io.heddle.instrumentation.testkit..", "contract", "spi", "weaver")),
              Map.entry("otlp", Room.of("io.heddle.otlp..")),
              Map.entry("receiver", Room.of("io.heddle.receiver..", "otlp")),
              Map.entry("mapping", Room.of("io.heddle.mapping..", "contract", "otlp")),
              Map.entry("runs", Room.of("io.heddle.runs..", "contract", "otlp", "mapping")),
              Map.entry("core", Room.of("io.heddle.core..", "runs")),
              Map.entry("definitions", Room.of("io.heddle.definitions..", "core", "runs")),
              Map.entry("report", Room.of("io.heddle.report..", "mapping", "core", "runs")),
              Map.entry(
                  "cli",
                  Room.of(
                      "io.heddle.cli..",
                      "otlp",
                      "mapping",
                      "runs",
                      "core",
                      "definitions",
                      "report",
                      "receiver")),
              Map.entry("sample", Room.of("com.example.mailroom.."))));

  static List<String> rooms() {
    return List.copyOf(ROOMS.keySet());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void room_knowsOnlyRoomsBeforeIt(String name) {
    List<String> mayKnow = ROOMS.get(name).mayKnow();
    LayeredArchitecture.LayerDependencySpecification room = house().whereLayer(name);
    LayeredArchitecture rule =
        mayKnow.isEmpty()
            ? room.mayNotAccessAnyLayer()
            : room.mayOnlyAccessLayers(mayKnow.toArray(String[]::new));
    rule.check(House.CLASSES);
  }

  @Test
  void packagesOfTheAnalysis_formNoCycle() {
    slices()
        .matching("io.heddle.(**)")
        .should()
        .beFreeOfCycles()
        .check(House.CLASSES.that(resideInAPackage("io.heddle.core..")));
  }

  @Test
  void everyClass_livesInARoom() {
    List<String> known =
        ROOMS.values().stream()
            .flatMap(room -> room.packages().stream())
            .map(pattern -> pattern.substring(0, pattern.length() - 2))
            .toList();

    assertThat(House.CLASSES)
        .filteredOn(type -> known.stream().noneMatch(type.getPackageName()::startsWith))
        .extracting(JavaClass::getName)
        .isEmpty();
  }

  private static LayeredArchitecture house() {
    LayeredArchitecture house =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (Map.Entry<String, Room> room : ROOMS.entrySet()) {
      house =
          house.layer(room.getKey()).definedBy(room.getValue().packages().toArray(String[]::new));
    }
    return house;
  }
}
