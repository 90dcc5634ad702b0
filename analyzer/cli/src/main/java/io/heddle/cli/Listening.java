package io.heddle.cli;

import io.heddle.cli.live.LivePage;
import io.heddle.cli.live.LiveReport;
import io.heddle.cli.live.RecentRequests;
import io.heddle.receiver.Limits;
import io.heddle.receiver.PortInUse;
import io.heddle.receiver.Receiver;
import io.heddle.receiver.ReceiverSettings;
import java.io.IOException;
import picocli.CommandLine.Option;

/** Where {@code server} and {@code demo} listen. */
final class Listening {
  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String address = "127.0.0.1";

  @Option(
      names = "--grpc-port",
      paramLabel = "PORT",
      defaultValue = "4317",
      description = "OTLP over gRPC (default: ${DEFAULT-VALUE}; 0 = any free one).")
  private int grpcPort;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "4318",
      description = "OTLP over HTTP (default: ${DEFAULT-VALUE}; 0 = any free one).")
  private int httpPort;

  @Option(
      names = "--ui-port",
      paramLabel = "PORT",
      defaultValue = "4680",
      description = "The page with the report (default: ${DEFAULT-VALUE}; 0 = any free one).")
  private int uiPort;

  Receiver receiver(RecentRequests requests) {
    try {
      return Receiver.start(
          new ReceiverSettings(address, grpcPort, httpPort, Limits.DEFAULT), requests);
    } catch (PortInUse e) {
      throw taken(e, e.port() == grpcPort ? "--grpc-port" : "--http-port");
    } catch (IOException e) {
      throw new UserError("--bind " + address + ": " + e.getMessage());
    }
  }

  LivePage page(LiveReport report, Receiver receiver) {
    try {
      return LivePage.start(address, uiPort, report, receiver);
    } catch (PortInUse e) {
      throw taken(e, "--ui-port");
    } catch (IOException e) {
      throw new UserError("--bind " + address + ": " + e.getMessage());
    }
  }

  private static UserError taken(PortInUse e, String option) {
    return new UserError(e.getMessage() + "; choose another with " + option);
  }
}
