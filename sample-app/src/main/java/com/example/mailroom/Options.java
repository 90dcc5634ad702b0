package com.example.mailroom;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param runs how many mails to answer
 * @param seed which mails arrive, and how fast the outside world is
 * @param timings file for the duration of every step, as CSV
 */
record Options(int runs, long seed, Optional<Path> timings) {
  static final String USAGE = "usage: sample-app [--runs N] [--seed N] [--timings FILE]";

  private static final Options DEFAULTS = new Options(40, 16, Optional.empty());

  static Options parse(List<String> arguments) {
    Options options = DEFAULTS;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      options = options.with(rest.next(), rest);
    }
    return options;
  }

  private Options with(String name, Iterator<String> rest) {
    return switch (name) {
      case "--runs" -> new Options((int) number(name, rest, 1, 100_000), seed, timings);
      case "--seed" -> new Options(runs, number(name, rest, 0, Long.MAX_VALUE), timings);
      case "--timings" -> new Options(runs, seed, Optional.of(Path.of(value(name, rest))));
      default -> throw new IllegalArgumentException("unknown option " + name);
    };
  }

  private static long number(String name, Iterator<String> rest, long least, long most) {
    String text = value(name, rest);
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " needs a whole number, not " + text, e);
    }
    throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
  }

  private static String value(String name, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    return rest.next();
  }
}
