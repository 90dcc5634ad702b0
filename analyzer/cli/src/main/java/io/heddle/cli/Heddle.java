package io.heddle.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Locale;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code heddle} command: one subcommand a question. */
@Command(
    name = "heddle",
    versionProvider = Version.class,
    description = "Shows where the time and money of a workflow run go, and what to change.",
    subcommands = {
      DemoCommand.class,
      AnalyzeCommand.class,
      StatsCommand.class,
      CriticalPathCommand.class,
      RecommendCommand.class,
      VerifyCommand.class,
      OutcomesCommand.class,
      CompareCommand.class,
      ChangePointsCommand.class,
      WhatIfCommand.class,
      ProfileCommand.class,
      ConvertCommand.class,
      ServerCommand.class,
      DoctorCommand.class,
      HelpCommand.class,
      GenerateCompletion.class
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 the answer is \"no\"; 2 bad usage or bad input.",
      "'stats' reads files larger than the memory piece by piece (from a pipe: --stream); all other",
      "commands hold the runs they look at in memory: JAVA_TOOL_OPTIONS=-Xmx8g gives them 8 GB.",
      "Try 'heddle demo' first; 'heddle help COMMAND' explains a command."
    })
public final class Heddle implements Runnable {
  Heddle() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    System.exit(run(Console.ofProcess(out), out, arguments));
  }

  /** Runs one command; a result that did not get out is no success. */
  static int run(Console console, StandardOutput out, String... arguments) {
    int code = new Commands(console).execute(arguments);
    String loss = out.loss();
    if (loss == null) {
      return code;
    }
    console.say(loss);
    return ExitCode.BAD_INPUT;
  }

  @Override
  public void run() {
    throw new UserError("which command? See 'heddle --help'");
  }
}
