package io.heddle.benchmarks.traces;

import io.heddle.benchmarks.traces.GeneratedSpan.Kind;

/** A shop's checkout over plain services, as any OpenTelemetry agent records it. */
final class Checkout implements Scenario {
  @Override
  public void draw(RunSketch run) {
    RunSketch.Open root =
        run.open("frontend", "POST /checkout", 0)
            .kind(Kind.SERVER)
            .with("http.request.method", "POST")
            .with("http.route", "/checkout")
            .with("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64)")
            .with("client.address", "10.0." + run.upTo(256) + "." + run.upTo(256));
    run.take(1);
    call(run, root.id, "cart", "GET /cart", 4);
    int items = 1 + run.upTo(3);
    for (int i = 0; i < items; i++) {
      call(run, root.id, "catalogue", "GET /products/{id}", 3);
    }
    call(run, root.id, "payment", "POST /charge", 35);
    call(run, root.id, "shipping", "POST /ship", 12);
    run.take(0.5);
    if (run.chance(0.01)) {
      root.fail("500");
    }
    root.end();
  }

  private static void call(
      RunSketch run, long parent, String service, String route, double medianMs) {
    RunSketch.Open client = http(run, "frontend", route, parent, Kind.CLIENT);
    run.take(0.3);
    RunSketch.Open server = http(run, service, route, client.id, Kind.SERVER);
    run.take(medianMs / 2);
    RunSketch.Open query =
        run.open(service, "SELECT " + service, server.id)
            .kind(Kind.CLIENT)
            .with("db.system.name", "postgresql")
            .with("db.query.text", "SELECT * FROM " + service + " WHERE id = ?");
    run.take(medianMs / 2);
    query.end();
    server.end();
    run.take(0.3);
    client.end();
  }

  private static RunSketch.Open http(
      RunSketch run, String service, String route, long parent, Kind kind) {
    return run.open(service, route, parent)
        .kind(kind)
        .with("http.request.method", route.substring(0, route.indexOf(' ')))
        .with("http.route", route.substring(route.indexOf(' ') + 1))
        .with("http.response.status_code", 200L)
        .with("network.protocol.version", "1.1")
        .with("thread.id", (long) run.upTo(200));
  }
}
