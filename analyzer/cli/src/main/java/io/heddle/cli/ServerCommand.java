package io.heddle.cli;

import io.heddle.cli.live.LivePage;
import io.heddle.cli.live.LiveReport;
import io.heddle.cli.live.RecentRequests;
import io.heddle.receiver.Receiver;
import io.heddle.receiver.ReceiverCounts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Receives until it is stopped. */
@Command(
    name = "server",
    description = "Receives spans over OTLP and shows the report on a page, until Ctrl-C.")
final class ServerCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Listening listening = new Listening();
  @Mixin private Prices prices = new Prices();

  @Option(
      names = "--keep-mb",
      paramLabel = "MB",
      defaultValue = "64",
      description = {
        "Spans kept, as they were sent (default: ${DEFAULT-VALUE} MB).",
        "The oldest make room for new ones and are counted."
      })
  private int keepMb;

  ServerCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (keepMb < 1) {
      throw new UserError("--keep-mb is %d, but at least 1 MB must be kept".formatted(keepMb));
    }
    RecentRequests requests = new RecentRequests((long) keepMb << 20);
    LiveReport report = new LiveReport(requests, prices.table(console));
    try (Interrupt interrupt = Interrupt.install();
        Receiver receiver = listening.receiver(requests);
        LivePage page = listening.page(report, receiver)) {
      console.say(
          "receiving OTLP on %d (gRPC) and %d (HTTP); report at %s; stop with Ctrl-C"
              .formatted(receiver.grpcPort(), receiver.httpPort(), page.url()));
      interrupt.await();
      console.say(farewell(receiver.counts()));
    }
    return ExitCode.DONE;
  }

  private static String farewell(ReceiverCounts counts) {
    return "stopped after %d spans in %d requests; %d requests refused"
        .formatted(
            counts.spans(),
            counts.requests(),
            counts.refused().values().stream().mapToLong(Long::longValue).sum());
  }
}
