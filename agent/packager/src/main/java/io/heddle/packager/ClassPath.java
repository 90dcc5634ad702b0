package io.heddle.packager;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The jars and class directories that an agent jar is made of. */
record ClassPath(List<Path> elements) {
  /** Receives the files of a class path. */
  interface Visitor {
    void file(String path, byte[] content, String library);
  }

  /** Elements that do not exist are left out, as the JVM does: a module may have no classes. */
  static ClassPath parse(String text) {
    return new ClassPath(
        Arrays.stream(text.split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(Files::exists)
            .toList());
  }

  /** Shows every file to {@code visitor}, element by element. */
  void visit(Visitor visitor) throws IOException {
    for (Path element : elements) {
      if (Files.isDirectory(element)) {
        visitDirectory(element, visitor);
      } else {
        visitJar(element, visitor);
      }
    }
  }

  private static void visitDirectory(Path directory, Visitor visitor) throws IOException {
    try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile).sorted()) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String path = directory.relativize(file).toString().replace(File.separatorChar, '/');
        visitor.file(path, Files.readAllBytes(file), "heddle");
      }
    }
  }

  private static void visitJar(Path path, Visitor visitor) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (!entry.isDirectory()) {
          try (InputStream in = jar.getInputStream(entry)) {
            visitor.file(entry.getName(), in.readAllBytes(), library(path));
          }
        }
      }
    }
  }

  private static String library(Path jar) {
    return jar.getFileName().toString().replaceFirst("\\.jar$", "");
  }

  /** Loads its classes, and beside them the JDK's alone; to be closed. */
  URLClassLoader loader() throws MalformedURLException {
    URL[] urls = new URL[elements.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = elements.get(i).toUri().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  /** Names of the third-party jars, sorted. */
  List<String> libraries() {
    TreeSet<String> names = new TreeSet<>();
    for (Path element : elements) {
      if (Files.isRegularFile(element) && !library(element).startsWith("heddle-")) {
        names.add(library(element));
      }
    }
    return List.copyOf(names);
  }
}
