package io.heddle.cli.patient;

import java.io.IOException;

/** An application: works once for each byte on standard input, until that ends. */
public final class Patient {
  private Patient() {}

  public static void main(String[] arguments) throws IOException {
    for (int order = System.in.read(); order >= 0; order = System.in.read()) {
      run(order);
    }
  }

  static int run(int order) {
    return step(order) + step(order + 1);
  }

  static int step(int order) {
    return order * 31;
  }
}
