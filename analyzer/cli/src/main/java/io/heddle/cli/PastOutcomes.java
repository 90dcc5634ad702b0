package io.heddle.cli;

import io.heddle.core.outcome.TrackRecord;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What became of earlier advice, for commands that give new advice. */
final class PastOutcomes {
  @Option(
      names = "--outcomes",
      paramLabel = "FILE",
      description = {
        "Outcomes of earlier recommendations, as 'heddle verify' writes them.",
        "Estimates are corrected by ten or more of the same rule."
      })
  private @Nullable Path file;

  TrackRecord read(Console console) {
    return file == null
        ? TrackRecord.EMPTY
        : new OutcomeFile(console.directory().resolve(file), "--outcomes " + file).read();
  }
}
