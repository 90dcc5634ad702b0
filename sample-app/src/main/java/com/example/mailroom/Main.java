package com.example.mailroom;

import com.example.mailroom.desk.Desk;
import com.example.mailroom.standin.World;
import com.example.mailroom.step.StepTimings;
import java.io.PrintStream;
import java.util.List;

/** Answers the mails in the inbox, one after the other, a line each on standard output. */
public final class Main {
  private static final int BAD_USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    try {
      answer(Options.parse(List.of(arguments)), System.out, System.err);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.USAGE);
      System.exit(BAD_USAGE);
    }
  }

  static void answer(Options options, PrintStream out, PrintStream log) throws Exception {
    long start = System.nanoTime();
    try (World world = World.start(options.seed());
        StepTimings timings = StepTimings.open(options.timings());
        Desk desk = Desk.at(world.addresses())) {
      Mailroom mailroom = Mailroom.open(desk, timings);
      for (Mail mail : new Inbox(world.shop(), options.seed()).take(options.runs())) {
        out.println(mailroom.answer(mail).line());
      }
    }
    log.printf("%d mails in %.1f s%n", options.runs(), (System.nanoTime() - start) / 1e9);
  }
}
