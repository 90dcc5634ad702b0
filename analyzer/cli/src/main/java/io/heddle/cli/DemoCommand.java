package io.heddle.cli;

import io.heddle.cli.demo.Arrival;
import io.heddle.cli.demo.SampleApp;
import io.heddle.cli.live.LivePage;
import io.heddle.cli.live.LiveReport;
import io.heddle.cli.live.RecentRequests;
import io.heddle.cli.live.SpanFile;
import io.heddle.receiver.Receiver;
import io.heddle.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole way once: a workflow under the agent, its spans over OTLP, the report. */
@Command(
    name = "demo",
    description = "Runs the sample workflow under the agent and reports on the spans it sends.")
final class DemoCommand implements Callable<Integer> {
  private static final long KEPT_BYTES = 256L << 20;
  private final Console console;
  private final RecentRequests requests = new RecentRequests(KEPT_BYTES);
  private final LiveReport report = new LiveReport(requests, PriceFile.shipped());
  @Mixin private Listening listening = new Listening();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "40",
      description = "Runs of the workflow (default: ${DEFAULT-VALUE}, about 20 s).")
  private int runs;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "heddle-report.html",
      description = "Where the HTML report goes (default: ${DEFAULT-VALUE}).")
  private Path html = Path.of("");

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Keep the spans as an OTLP file that 'heddle analyze' reads.")
  private @Nullable Path saved;

  @Option(names = "--keep", description = "Leave the page up until Ctrl-C.")
  private boolean keep;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Receiver receiver = listening.receiver(requests);
        LivePage page = listening.page(report, receiver)) {
      console.say(
          "running the sample workflow %d times; live page at %s".formatted(runs, page.url()));
      sample("http://127.0.0.1:" + receiver.httpPort());
      if (requests.retention().spans() == 0) {
        return ExitCode.NO;
      }
      show();
      tellWhere(page);
      return ExitCode.DONE;
    }
  }

  private void sample(String endpoint) throws InterruptedException {
    Home home = Home.ofProcess();
    try (SampleApp app = SampleApp.start(home.agentJar(), home.sampleJar(), runs, endpoint)) {
      int code = watch(app);
      Arrival.await(() -> requests.retention().totalRequests());
      if (code == 0 && report.runs() >= runs) {
        app.forgetLog();
      } else {
        complain(app, code);
      }
    } catch (IOException e) {
      throw new UserError("the sample application: " + Reason.of(e));
    }
  }

  private int watch(SampleApp app) throws IOException, InterruptedException {
    try (Progress progress = Progress.of(console, "mails answered", runs)) {
      return app.await(progress::stepTo);
    }
  }

  private void complain(SampleApp app, int code) {
    String arrived =
        requests.retention().spans() == 0 ? "no span" : "only " + report.runs() + " runs";
    console.say(
        "%s arrived from the sample application, which ended with %d; its messages are in %s"
            .formatted(arrived, code, app.log()));
  }

  private void show() {
    console.out().print(report.as(Format.TEXT, console.colour()));
    try {
      Files.writeString(htmlFile(), report.as(Format.HTML, false));
      if (saved != null) {
        SpanFile.write(requests.snapshot(), console.directory().resolve(saved));
        console.say("spans saved in " + saved);
      }
    } catch (IOException e) {
      throw new UserError("the report or the spans cannot be written: " + Reason.of(e));
    }
  }

  private Path htmlFile() {
    return console.directory().resolve(html);
  }

  private void tellWhere(LivePage page) throws InterruptedException {
    console.say("HTML report: " + htmlFile().toUri());
    if (!keep) {
      console.say("the page is closed now; 'heddle demo --keep' leaves it up at " + page.url());
      return;
    }
    console.say("page up at " + page.url() + " until Ctrl-C");
    try (Interrupt interrupt = Interrupt.install()) {
      interrupt.await();
    }
  }
}
