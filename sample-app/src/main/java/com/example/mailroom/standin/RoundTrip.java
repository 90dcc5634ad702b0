package com.example.mailroom.standin;

import java.sql.Connection;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * The way to the database and back: each statement on a table that has this trigger waits for it.
 */
public final class RoundTrip implements Trigger {
  private static final double MILLIS = 5;

  private final Pace pace = new Pace(MILLIS, 0);

  @Override
  public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow) {
    pace.hold();
  }
}
