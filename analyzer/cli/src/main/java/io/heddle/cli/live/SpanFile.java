package io.heddle.cli.live;

import com.google.protobuf.CodedOutputStream;
import io.heddle.receiver.Encoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Requests as a file: protobuf requests, each behind its length. */
public final class SpanFile {
  private SpanFile() {}

  /**
   * Writes the protobuf requests.
   *
   * @return how many requests of another encoding were left out
   * @throws IOException if the file cannot be written
   */
  public static long write(List<Kept> requests, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      CodedOutputStream coded = CodedOutputStream.newInstance(out);
      for (Kept request : requests) {
        if (request.encoding() == Encoding.PROTOBUF) {
          coded.writeByteArrayNoTag(request.body());
        }
      }
      coded.flush();
    }
    return requests.stream().filter(it -> it.encoding() != Encoding.PROTOBUF).count();
  }
}
