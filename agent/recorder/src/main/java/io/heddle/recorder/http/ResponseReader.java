package io.heddle.recorder.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one answer (RFC 9112) and no more of it than its bounds allow: {@value #MAX_HEAD} bytes of
 * head, {@value #MAX_BODY} of body.
 */
final class ResponseReader {
  static final int MAX_HEAD = 1 << 16;
  static final int MAX_BODY = 1 << 16;

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.([01]) ([1-9]\\d\\d)( .*)?");

  private final TimedChannel channel;
  private final long deadlineNano;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 12).flip();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final Map<String, String> headers = new HashMap<>();
  private int headLeft = MAX_HEAD;
  private boolean begun;
  private boolean whole = true;
  private boolean closing;

  ResponseReader(TimedChannel channel, long deadlineNano) {
    this.channel = channel;
    this.deadlineNano = deadlineNano;
  }

  Response read() throws IOException {
    int status = head();
    while (status / 100 == 1) {
      headers.clear();
      status = head();
    }
    if (status != 204 && status != 304) {
      readBody();
    }
    boolean keepsOpen = whole && !closing && !buffer.hasRemaining();
    return new Response(status, headers, body.toByteArray(), whole, keepsOpen);
  }

  private int head() throws IOException {
    String first = line();
    Matcher matcher = STATUS_LINE.matcher(first);
    if (!matcher.matches()) {
      throw new ProtocolException("no HTTP status line in the answer");
    }
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
        headers.putIfAbsent(name, line.substring(colon + 1).trim());
      }
    }
    closing = matcher.group(1).equals("0") || isHeader("connection", "close");
    return Integer.parseInt(matcher.group(2));
  }

  private boolean isHeader(String name, String value) {
    return headers.getOrDefault(name, "").toLowerCase(Locale.ROOT).contains(value);
  }

  private void readBody() throws IOException {
    if (isHeader("transfer-encoding", "chunked")) {
      readChunks();
    } else if (headers.containsKey("content-length")) {
      take(length(headers.getOrDefault("content-length", ""), 10));
    } else {
      closing = true;
      takeUntilEnd();
    }
  }

  private void readChunks() throws IOException {
    for (long size = chunkSize(); size > 0 && whole; size = whole ? chunkSize() : 0) {
      take(size);
      if (whole && !line().isEmpty()) {
        throw new ProtocolException("no end of a chunk where one must be");
      }
    }
    while (whole && !line().isEmpty()) {
      closing = true; // trailers: rare, and of no use to us
    }
  }

  private long chunkSize() throws IOException {
    return length(line().split(";", 2)[0].trim(), 16);
  }

  private static long length(String digits, int radix) throws ProtocolException {
    try {
      long length = Long.parseLong(digits, radix);
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new ProtocolException("an answer of length '%s'".formatted(digits));
  }

  private void take(long length) throws IOException {
    for (long left = length; left > 0 && whole; left--) {
      int next = next();
      if (next < 0) {
        throw new EOFException("the answer broke off");
      }
      keep(next);
    }
  }

  private void takeUntilEnd() throws IOException {
    for (int next = next(); next >= 0 && whole; next = next()) {
      keep(next);
    }
  }

  private void keep(int next) {
    whole = body.size() < MAX_BODY;
    if (whole) {
      body.write(next);
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = next(); next != '\n'; next = next()) {
      if (next < 0) {
        throw new EOFException(begun ? "the answer broke off" : "the connection was closed");
      }
      if (--headLeft < 0) {
        throw new ProtocolException("an answer with a head of more than " + MAX_HEAD + " bytes");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private int next() throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear();
      int read = channel.read(buffer, deadlineNano);
      buffer.flip();
      if (read < 0) {
        return -1;
      }
      begun = true;
    }
    return buffer.get() & 0xff;
  }
}
