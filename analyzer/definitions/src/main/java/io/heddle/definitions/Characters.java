package io.heddle.definitions;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as text; a byte that belongs to no character is an error and not a question mark. */
final class Characters {
  private static final int PEEKED = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private Characters() {}

  /** Text in UTF-8, or in UTF-16 when it begins with a byte order mark of that. */
  static String of(byte[] bytes) throws DefinitionFormatException {
    return decoded(bytes, isWide(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }

  /** The same, in the encoding that an XML declaration names. */
  static String ofXml(byte[] bytes) throws DefinitionFormatException {
    String start =
        new String(bytes, 0, Math.min(PEEKED, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(start);
    if (isWide(bytes) || !declared.find()) {
      return of(bytes);
    }
    try {
      return decoded(bytes, Charset.forName(declared.group(1)));
    } catch (IllegalArgumentException unknown) {
      throw DefinitionFormatException.at(
          "the encoding " + declared.group(1) + " is not known", 1, 1);
    }
  }

  private static boolean isWide(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe;
  }

  private static String decoded(byte[] bytes, Charset charset) throws DefinitionFormatException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new DefinitionFormatException("not " + charset + " at byte " + in.position());
    }
    decoder.flush(out);
    String text = out.flip().toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
