package io.heddle.agent.loader;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The small file in which this JVM's agent says how it is doing. In the user's own folder, because
 * in one that all may write to, somebody else could have put a link in its place.
 */
public final class StatusFile {
  private static final String HOME = "~";
  private static final long WEEK_MS = 7L * 24 * 60 * 60 * 1000;

  private final File file;

  private StatusFile(File file) {
    this.file = file;
  }

  /**
   * The file of this process.
   *
   * @param directory the value of {@code heddle.status.dir}
   * @return null if none is wanted
   */
  public static @Nullable StatusFile in(String directory) {
    if (directory.equals("off")) {
      return null;
    }
    String path =
        directory.startsWith(HOME)
            ? System.getProperty("user.home", "").concat(directory.substring(HOME.length()))
            : directory;
    return new StatusFile(new File(path, pid().concat(".json")));
  }

  /** The id of this process. */
  public static String pid() {
    String self = procSelf();
    return self != null ? self : Long.toString(ProcessHandle.current().pid());
  }

  /** Cheaper before main than process handles, where there is such a file system. */
  private static @Nullable String procSelf() {
    try {
      String self = new File("/proc/self").getCanonicalFile().getName();
      return self.isEmpty() || !Character.isDigit(self.charAt(0)) ? null : self;
    } catch (IOException unreadable) {
      return null;
    }
  }

  /**
   * Replaces its content.
   *
   * @return false if that is not possible, which costs nothing but the status
   */
  public boolean write(String text) {
    File folder = file.getParentFile();
    if (folder.isDirectory() || folder.mkdirs()) {
      File next = new File(file.getPath().concat(".next"));
      return isWritten(next, text) && next.renameTo(file);
    }
    return false;
  }

  /** Removes what was written more than a week ago. */
  public void forgetOld() {
    File[] all = file.getParentFile().listFiles();
    long weekAgo = System.currentTimeMillis() - WEEK_MS;
    for (int i = 0; all != null && i < all.length; i++) {
      if (all[i].getName().endsWith(".json") && all[i].lastModified() < weekAgo) {
        all[i].delete();
      }
    }
  }

  private static boolean isWritten(File to, String text) {
    try (OutputStream out = new FileOutputStream(to)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
