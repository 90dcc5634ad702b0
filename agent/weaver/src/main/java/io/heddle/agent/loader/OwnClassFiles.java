package io.heddle.agent.loader;

import java.io.IOException;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What the agent's jar holds: the classes of its pack, and the jar's entries. The pack is in memory
 * from the first class asked for to the next garbage collection.
 */
final class OwnClassFiles implements ClassFiles {
  /** The packager writes it. */
  static final String PACK = "classes.pack";

  private final ClassFiles entries;
  private volatile WeakReference<@Nullable ClassPack> read = new WeakReference<>(null);

  OwnClassFiles(ClassFiles entries) {
    this.entries = entries;
  }

  @Override
  public byte @Nullable [] classFile(String name) throws IOException {
    ClassPack pack = pack();
    byte[] packed = pack == null ? null : pack.classFile(name);
    return packed == null ? entries.classFile(name) : packed;
  }

  private @Nullable ClassPack pack() throws IOException {
    ClassPack present = read.get();
    if (present != null) {
      return present;
    }
    byte[] content = entries.resource(PACK);
    if (content == null) {
      return null;
    }
    ClassPack pack = new ClassPack(content);
    read = new WeakReference<>(pack);
    return pack;
  }

  @Override
  public byte @Nullable [] resource(String path) throws IOException {
    return entries.resource(path);
  }
}
