package io.heddle.cli;

import io.heddle.report.NoSuchForm;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Creates commands with their console, and turns what they throw into one line and a code. */
final class Commands implements IFactory {
  private final Console console;

  Commands(Console console) {
    this.console = console;
  }

  int execute(String... arguments) {
    try {
      return commandLine().execute(arguments);
    } catch (OutOfMemoryError e) {
      console.say(Memory.exhausted());
      return ExitCode.BAD_INPUT;
    }
  }

  private CommandLine commandLine() {
    CommandLine heddle = new CommandLine(new Heddle(), this);
    heddle.getCommandSpec().addOption(flag("-V", "--version").versionHelp(true).build());
    heddle.getCommandSpec().addOption(help());
    heddle.getSubcommands().values().forEach(Commands::addHelp);
    return heddle
        .setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.ansi()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOverwrittenOptionsAllowed(true)
        .setParameterExceptionHandler(this::badUsage)
        .setExecutionExceptionHandler(this::failed);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** Not as a mixin: that would bring a {@code --version}, which is a filter here. */
  private static void addHelp(CommandLine command) {
    if (command.getCommandSpec().findOption("--help") == null) {
      command.getCommandSpec().addOption(help());
    }
  }

  private static OptionSpec help() {
    return flag("-h", "--help").usageHelp(true).description("Show this help.").build();
  }

  private static OptionSpec.Builder flag(String... names) {
    return OptionSpec.builder(names).arity("0").description("Show the version.");
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Console.class})) {
        return type.cast(constructor.newInstance(console));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }

  private int badUsage(ParameterException e, String[] arguments) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.say(firstLine(e) + "; see '" + command + " --help'");
    return ExitCode.BAD_INPUT;
  }

  private int failed(Exception e, CommandLine command, ParseResult result) {
    if (e instanceof UserError) {
      console.say(firstLine(e));
      return ExitCode.BAD_INPUT;
    }
    if (e instanceof NoSuchForm) {
      console.say("--format: " + firstLine(e));
      return ExitCode.BAD_INPUT;
    }
    console.say("defect in Heddle, please report it with these lines: " + firstLine(e));
    e.printStackTrace(console.err());
    return ExitCode.BAD_INPUT;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
