package io.heddle.recorder.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes of a value's hash what may leave the process: HMAC-SHA-256 (RFC 2104) under the user's
 * salt, cut to 128 bits. Equal values have equal digests in all processes with that salt; who does
 * not know it cannot try values out. Drain thread only.
 */
public final class Digests {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final Mac mac;
  private final ByteBuffer message = ByteBuffer.allocate(Long.BYTES);

  /**
   * @param salt not empty
   */
  public Digests(String salt) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** 32 hex digits. */
  public String of(long hash) {
    byte[] code = mac.doFinal(message.putLong(0, hash).array());
    return HexFormat.of().formatHex(Arrays.copyOf(code, BYTES));
  }
}
