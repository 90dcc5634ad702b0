package com.example.mailroom.standin;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** A carrier at the end of its capacity: it turns about every third request away. */
final class ParcelService implements Endpoint.Service {
  private static final double TURNED_AWAY = 0.35;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final List<String> PLACES = List.of("Hamburg", "Lyon", "Brno", "Porto");

  private final Random mood;
  private final Pace pace;

  ParcelService(long seed) {
    this.mood = new Random(seed);
    this.pace = new Pace(30, seed);
  }

  @Override
  public Endpoint.Reply reply(Endpoint.Request request) {
    pace.hold();
    return mood.nextDouble() < TURNED_AWAY ? turnedAway() : found(request.parameter());
  }

  private Endpoint.Reply turnedAway() {
    int status = mood.nextBoolean() ? TOO_MANY_REQUESTS : UNAVAILABLE;
    return new Endpoint.Reply(status, Map.of("error", "busy, try again later"));
  }

  private static Endpoint.Reply found(String parcel) {
    int trait = Math.floorMod(parcel.hashCode(), 97);
    String place = PLACES.get(trait % PLACES.size());
    return Endpoint.Reply.ok(Map.of("place", place, "days", 2 + trait % 5));
  }
}
