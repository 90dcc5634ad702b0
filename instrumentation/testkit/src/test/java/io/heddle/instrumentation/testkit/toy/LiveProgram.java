package io.heddle.instrumentation.testkit.toy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Sells whatever standard input orders, one each line, until it ends. */
public final class LiveProgram {
  private LiveProgram() {}

  public static void main(String[] arguments) throws IOException {
    Shop shop = new Shop();
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      System.out.println(shop.sell(order, 0));
    }
  }
}
