package io.heddle.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What every page begins with: style and drawings are part of it, and it asks no server. */
final class Frame {
  private Frame() {}

  /** Opens the page and its body, which the caller closes. */
  static void open(Markup html, String title) throws IOException {
    html.open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title).style(styleSheet()).close();
    html.open("body");
  }

  private static String styleSheet() throws IOException {
    try (InputStream in = Frame.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
