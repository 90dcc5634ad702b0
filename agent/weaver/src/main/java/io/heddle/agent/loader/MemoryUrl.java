package io.heddle.agent.loader;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * URLs of bytes in memory. They carry their handler, so that neither the JDK's shared jar cache nor
 * a handler factory of the application is involved.
 */
final class MemoryUrl extends URLStreamHandler {
  private final byte[] content;

  private MemoryUrl(byte[] content) {
    this.content = content;
  }

  static URL of(String path, byte[] content) throws MalformedURLException {
    return new URL(null, "heddle:/" + path, new MemoryUrl(content));
  }

  @Override
  protected URLConnection openConnection(URL url) {
    return new URLConnection(url) {
      @Override
      public void connect() {
        connected = true;
      }

      @Override
      public InputStream getInputStream() {
        return new ByteArrayInputStream(content);
      }

      @Override
      public int getContentLength() {
        return content.length;
      }
    };
  }
}
