package com.example.mailroom.standin;

import java.util.Map;

/** Accepts mails and lets them go nowhere. */
final class OutboxService implements Endpoint.Service {
  private final Pace pace;

  OutboxService(long seed) {
    this.pace = new Pace(16, seed);
  }

  @Override
  public Endpoint.Reply reply(Endpoint.Request request) {
    pace.hold();
    return Endpoint.Reply.ok(Map.of("accepted", true));
  }
}
