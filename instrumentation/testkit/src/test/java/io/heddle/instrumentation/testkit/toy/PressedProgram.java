package io.heddle.instrumentation.testkit.toy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Works, fills its heap or burns its processors, as standard input says. */
public final class PressedProgram {
  private static final int MEBIBYTE = 1 << 20;
  private static final int HELD = 30;
  private static final int BURNERS = 4;

  private final List<byte[]> held = new ArrayList<>();
  private volatile boolean burning;

  private PressedProgram() {}

  public static void main(String[] arguments) throws IOException {
    PressedProgram program = new PressedProgram();
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      program.obey(order);
      System.out.println(order + " " + work(order));
    }
  }

  static int work(String order) {
    return node(order);
  }

  static int node(String order) {
    return order.length();
  }

  private void obey(String order) {
    switch (order) {
      case "fill" -> fill();
      case "free" -> free();
      case "burn" -> burn();
      case "rest" -> burning = false;
      default -> {}
    }
  }

  private void fill() {
    for (int i = 0; i < HELD; i++) {
      held.add(new byte[MEBIBYTE]);
    }
    System.gc();
  }

  private void free() {
    held.clear();
    System.gc();
  }

  private void burn() {
    burning = true;
    for (int i = 0; i < BURNERS; i++) {
      Thread burner = new Thread(this::spin, "burner");
      burner.setDaemon(true);
      burner.start();
    }
  }

  private void spin() {
    while (burning) {
      Thread.onSpinWait();
    }
  }
}
