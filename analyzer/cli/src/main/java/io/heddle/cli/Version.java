package io.heddle.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest says it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Heddle.class.getPackage().getImplementationVersion();
    return new String[] {"heddle " + (version == null ? "development" : version)};
  }
}
