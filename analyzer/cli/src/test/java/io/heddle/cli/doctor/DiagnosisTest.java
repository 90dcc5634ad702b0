package io.heddle.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DiagnosisTest {
  private final ObjectNode said = json("{'pid':'1','recording':true,'counters':{'recorded':5}}");

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (Exception unreadable) {
      throw new IllegalArgumentException(text, unreadable);
    }
  }

  private void says(String more) {
    said.setAll(json(more));
  }

  private Diagnosis diagnosis() {
    return Diagnosis.of(new AgentStatus(said, "running", Instant.EPOCH));
  }

  private void assertFault(String... parts) {
    assertThat(diagnosis().faults()).singleElement().asString().contains(parts);
  }

  private void assertNote(String... parts) {
    assertThat(diagnosis().faults()).isEmpty();
    assertThat(diagnosis().notes()).singleElement().asString().contains(parts);
  }

  private static String rule(String engine, String verdict, int failures, boolean on) {
    return ("{'engine':'%s','place':'a.B.c/1','verdict':'%s','failures':%d,'on':%s,"
            + "'seenIn':['engine 9.0']}")
        .formatted(engine, verdict, failures, on);
  }

  private static String methods(int classes, int methods, int notWoven, int outside) {
    return ("{'methods':[{'rule':'a.B[c]','classes':%d,'methods':%d,'missing':[],"
            + "'notWoven':%d,'outsideCalls':%d}]}")
        .formatted(classes, methods, notWoven, outside);
  }

  @Test
  void agentThatRecordsAndSends_hasNothingWrong() {
    assertThat(diagnosis()).isEqualTo(new Diagnosis(List.of(), List.of()));
  }

  @Test
  void noClassOfAnEngine_isTheOnlyReason() {
    says("{'asleep':true,'counters':{}}");
    assertFault("no class of a known engine was loaded", "for other code heddle.methods");
  }

  @Test
  void rulesThatMeanNoClass_areShownByAnAgentThatSleeps() {
    says("{'asleep':true,'settings':[{'name':'heddle.methods','value':'a.B[c]','origin':'file'}]}");
    assertFault("none that heddle.methods means: a.B[c]", "named in full");
  }

  @Test
  void engineThatWasWoven_hasNotEndedARun() {
    says("{'counters':{'recorded':0},'rules':[" + rule("toy", "matched", 0, true) + "]}");
    assertFault("no run of what was woven has ended yet");
  }

  @Test
  void nothingSeen_isSaidAfterWhatIsWrongWithTheRules() {
    says(
        "{'counters':{'recorded':0},'warnings':['heddle.methods: column 3'],"
            + "'settings':[{'name':'heddle.methods','value':'x','origin':'file'}]}");
    assertThat(diagnosis().faults())
        .satisfiesExactly(
            first -> assertThat(first).contains("column 3"),
            then -> assertThat(then).contains("nothing was recorded", "the fault above"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Connection refused|./heddle server",
        "connect timed out|./heddle server",
        "HTTP status 404|without /v1/traces",
        "HTTP status 401|OTEL_EXPORTER_OTLP_HEADERS",
        "HTTP status 503|its own log",
        "UnresolvedAddressException|for the host",
        "ConnectionShutdownException|OTEL_EXPORTER_OTLP_PROTOCOL"
      })
  void whatTheCollectorSays_hasItsRemedy(String problem, String remedy) {
    says("{'counters':{'recorded':5,'failed':5},'lastExport':{'problem':'%s'}}".formatted(problem));
    assertFault(problem + "; ", remedy);
  }

  @Test
  void agentOfAnotherVersion_isNoted() {
    says("{'agent':'2.0'}");
    Complaints complaints = new Complaints();
    Versions.look(new AgentStatus(said, "running", Instant.EPOCH), "1.0", complaints);
    assertThat(complaints.diagnosis().notes()).singleElement().asString().contains("2.0", "1.0");
    Versions.look(new AgentStatus(said, "running", Instant.EPOCH), "2.0", complaints);
    assertThat(complaints.diagnosis().notes()).hasSize(1);
  }

  @Test
  void agentSwitchedOffAtTheStart_isTheOnlyReason() {
    says("{'off':true}");
    assertFault("heddle.enabled or otel.sdk.disabled switched the agent off", "started");
    says("{'settings':[{'name':'heddle.enabled','value':'false','origin':'environment'}]}");
    assertFault("heddle.enabled=false (environment) switched");
  }

  @Test
  void agentThatCouldNotStart_saysWhy() {
    says("{'failure':'java.io.IOException: broken jar'}");
    assertFault("could not start", "broken jar");
  }

  @Test
  void killSwitch_isNamedWithWhereItWasSet() {
    says(
        "{'recording':false,'settings':[{'name':'heddle.enabled','value':'false','origin':'file'}]}");
    assertFault("heddle.enabled=false (file) switches it off");
  }

  @Test
  void pause_isAFaultWhileItLasts() {
    says(
        "{'recording':false,'paused':'the heap is 97 % full','counters':{'recorded':5,'pauses':1}}");
    assertFault("nothing is recorded now", "the heap is 97 % full");
  }

  @Test
  void pauseThatIsOver_isNoted() {
    says("{'counters':{'recorded':5,'pauses':2}}");
    assertNote("paused 2 times");
  }

  @Test
  void ruleSwitchedOff_isAFaultWithItsPlace() {
    says("{'rules':[" + rule("toy", "matched", 10, false) + "]}");
    assertFault("failed 10 times and is switched off", "a.B.c/1 in engine 9.0");
  }

  @Test
  void failureOnce_isAFaultOfARuleThatIsStillOn() {
    says("{'rules':[" + rule("toy", "matched", 1, true) + "]}");
    assertThat(diagnosis().faults()).containsExactly("a rule failed 1 time: a.B.c/1 in engine 9.0");
  }

  @ParameterizedTest
  @CsvSource({"missing", "changed"})
  void placesOfOtherVersions_areNoFault(String verdict) {
    says("{'rules':[" + rule("toy", verdict, 0, true) + "]}");
    assertThat(diagnosis()).isEqualTo(new Diagnosis(List.of(), List.of()));
  }

  @Test
  void classThatCouldNotBeWoven_isAFault() {
    says("{'rules':[" + rule("toy", "failed", 0, true) + "]}");
    assertFault("a class could not be woven: a.B.c/1");
  }

  @Test
  void methodsThatMeanNothing_areFaults() {
    says(methods(0, 0, 0, 0));
    assertFault("no class was loaded that it means: a.B[c]");
    says(methods(1, 0, 0, 0));
    assertFault("the class has no such method: a.B[c]");
  }

  @Test
  void annotationThatNobodyHas_mayNotBeInTheClassFile() {
    says("{'methods':[{'rule':'@a.B','classes':0,'methods':0,'missing':[],'notWoven':0}]}");
    assertFault("no class was loaded that it means: @a.B", "@Retention");
  }

  @Test
  void methodThatSuspends_isNoted() {
    says(
        "{'methods':[{'rule':'a.B[*]','classes':1,'methods':1,'missing':[],'notWoven':0,"
            + "'first':['a.B.load(ILkotlin/coroutines/Continuation;)Ljava/lang/Object;']}]}");
    assertNote("a.B.load suspends");
  }

  @Test
  void methodsOfRulesBefore_areNoFault() {
    says("{'methods':[{'rule':'a.B[c]','classes':1,'methods':0,'taken':1,'notWoven':0}]}");
    assertNote("all its methods belong to rules before it: a.B[c]");
  }

  @Test
  void methodsBeyondTheirMost_areAFault() {
    says(methods(1, 1, 3, 0));
    assertFault("3 methods are not woven", "heddle.methods.max");
  }

  @Test
  void callOutsideOfARun_isNoted() {
    says(methods(1, 1, 0, 1));
    assertNote("1 call was not recorded", "role workflow");
  }

  @Test
  void samplerThatLeavesAllOut_isNotedWithItsSetting() {
    says(
        "{'counters':{'recorded':5,'sampledOut':5},'settings':[{'name':'otel.traces.sampler',"
            + "'value':'always_off','origin':'property'}]}");
    assertNote("5 spans were not sent", "otel.traces.sampler=always_off");
  }

  @Test
  void otherTracersDecision_isNoted() {
    says("{'counters':{'recorded':5,'unsampled':1}}");
    assertNote("1 span was not sent", "other tracer");
  }

  @Test
  void exporterNone_isNotedAndNoFault() {
    says(
        "{'counters':{'recorded':5,'discarded':5},'settings':[{'name':'otel.traces.exporter',"
            + "'value':'none','origin':'property'}]}");
    assertNote("spans go nowhere: otel.traces.exporter=none");
  }

  @Test
  void collectorOutOfReach_isSaidInItsOwnWords() {
    says("{'counters':{'recorded':5,'failed':5},'lastExport':{'problem':'Connection refused'}}");
    assertFault("failed 5", "not taken by the collector: Connection refused");
  }

  @Test
  void fullRings_areAFault() {
    says("{'counters':{'recorded':5,'dropped':7}}");
    assertFault("dropped 7", "heddle.ring.slots");
  }

  @Test
  void fullQueueOfRuns_isNoMatterOfTheRings() {
    says("{'counters':{'recorded':5,'dropped':7,'droppedRuns':7}}");
    assertFault("droppedRuns 7", "queue full");
    says("{'counters':{'recorded':5,'dropped':9,'droppedRuns':7}}");
    assertThat(diagnosis().faults())
        .satisfiesExactlyInAnyOrder(
            fault -> assertThat(fault).contains("dropped 2", "heddle.ring.slots"),
            fault -> assertThat(fault).contains("droppedRuns 7"));
  }

  @Test
  void fullQueueOfTheExporter_isAFaultWithItsSetting() {
    says("{'counters':{'recorded':5,'discarded':5}}");
    assertFault("discarded 5", "OTEL_BSP_MAX_QUEUE_SIZE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evidenceDiscarded", "undecided", "abandoned", "misused"})
  void whatIsMissingOfSpansThatArrived_isNoted(String counter) {
    says("{'counters':{'recorded':5,'%s':3}}".formatted(counter));
    assertNote(counter + " 3: ");
  }

  @Test
  void noRunYet_isSaid() {
    says("{'counters':{'recorded':0}}");
    says(methods(1, 1, 0, 0));
    assertFault("no run of what was woven has ended yet");
  }

  @Test
  void warningOfTheAgent_isAFault() {
    says("{'warnings':['heddle.methods: column 3: what is this']}");
    assertFault("column 3");
  }

  @Test
  void jvmThatIsGone_isNoted() {
    assertThat(Diagnosis.of(new AgentStatus(said, "gone", Instant.EPOCH)).notes())
        .singleElement()
        .asString()
        .contains("ended without saying so");
  }

  @Test
  void text_tellsTheLastExportAndCountsInTheRightNumber() {
    says(methods(1, 2, 0, 0));
    says("{'lastExport':{'at':'2026-11-21T10:00:00Z','spans':1}}");
    AgentStatus status = new AgentStatus(said, "running", Instant.EPOCH);
    assertThat(new Findings(status, Diagnosis.of(status)).text())
        .contains("a.B[c]: 1 class, 2 methods")
        .contains("2026-11-21T10:00:00Z: the collector took 1 span\n");
  }
}
