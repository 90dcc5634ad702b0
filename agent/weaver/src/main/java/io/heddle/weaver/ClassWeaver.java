package io.heddle.weaver;

import io.heddle.instrumentation.spi.Advice;
import io.heddle.instrumentation.spi.LeafNode;
import io.heddle.instrumentation.spi.Probe;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Weaves a class file. Only method bodies change, so a class may be woven when it is loaded and
 * when it is retransformed alike. Thread-safe.
 */
final class ClassWeaver {
  private final Sites sites;

  ClassWeaver(Sites sites) {
    this.sites = sites;
  }

  /** Chooses methods of a class that no engine has a rule for. */
  interface Choice {
    /** No method. */
    Choice NONE =
        new Choice() {
          @Override
          public boolean isNone() {
            return true;
          }

          @Override
          public Map<WeavableMethod, WovenRule> of(MethodScan scan) {
            return Map.of();
          }
        };

    /** Whether nothing can be chosen, whatever the class. */
    default boolean isNone() {
      return false;
    }

    /** The chosen methods, each with the rule that is woven there. */
    Map<WeavableMethod, WovenRule> of(MethodScan scan);

    /** A chosen method could not be woven. */
    default void refused(WeavableMethod method, String why) {}

    /** None of the chosen methods could be woven. */
    default void failed(Throwable failure, String origin) {}
  }

  /**
   * Weaves {@code rules} and tells each its verdict. A method that would grow larger than the JVM
   * allows is left alone.
   *
   * @param further what is woven beside, where the rules have left a method alone
   * @param origin where the class comes from, for the verdicts
   * @return the woven class file, or null if no rule matched
   */
  byte @Nullable [] weave(byte[] classFile, List<WovenRule> rules, Choice further, String origin) {
    ClassReader reader = new ClassReader(classFile);
    MethodScan scan = MethodScan.of(reader, further.isNone() ? names(rules) : null);
    Map<String, Target> targets = targets(scan, rules);
    for (Map.Entry<WeavableMethod, WovenRule> own : further.of(scan).entrySet()) {
      WeavableMethod method = own.getKey();
      if (!targets.containsKey(method.key())) {
        targets.put(method.key(), target(scan, own.getValue(), method));
      }
    }
    Map<WovenRule, String> refusals = new HashMap<>();
    byte[] woven = null;
    while (woven == null && !targets.isEmpty()) {
      try {
        woven = rewrite(reader, targets);
      } catch (MethodTooLargeException tooLarge) {
        Target refused = refused(targets, tooLarge);
        refusals.put(refused.rule(), tooLarge.toString());
        further.refused(refused.method(), tooLarge.toString());
      }
    }
    for (WovenRule rule : rules) {
      String refusal = refusals.get(rule);
      rule.seen(
          refusal == null
              ? new Sighting(scan.verdict(rule.rule()), origin, "")
              : new Sighting(Verdict.FAILED, origin, refusal));
    }
    return woven;
  }

  private static Target refused(Map<String, Target> targets, MethodTooLargeException tooLarge) {
    Target refused = targets.remove(tooLarge.getMethodName() + tooLarge.getDescriptor());
    if (refused == null) {
      throw tooLarge;
    }
    return refused;
  }

  private static Set<String> names(List<WovenRule> rules) {
    Set<String> names = new HashSet<>();
    for (WovenRule rule : rules) {
      names.add(rule.rule().methodName());
    }
    return names;
  }

  private Map<String, Target> targets(MethodScan scan, List<WovenRule> rules) {
    Map<String, Target> targets = new HashMap<>();
    for (WovenRule rule : rules) {
      for (WeavableMethod method : scan.matching(rule.rule())) {
        targets.put(method.key(), target(scan, rule, method));
      }
    }
    return targets;
  }

  private Target target(MethodScan scan, WovenRule rule, WeavableMethod method) {
    Advice advice = rule.rule().advice();
    Shape shape =
        advice instanceof LeafNode leaf
            ? new LeafShape(method, leaf.leaf().number())
            : asking(scan, (Probe) advice, rule, method);
    return new Target(rule, method, shape);
  }

  private Shape asking(MethodScan scan, Probe probe, WovenRule rule, WeavableMethod method) {
    SiteCode site = SiteCode.in(scan.version(), sites.number(rule, probe, method));
    return new ProbeShape(method, site, probe.seesPrimitives());
  }

  private static byte[] rewrite(ClassReader reader, Map<String, Target> targets) {
    // Sizes are counted anew; frames are not computed, so ASM never asks for a common super class.
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Methods(writer, targets), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private record Target(WovenRule rule, WeavableMethod method, Shape shape) {
    MethodVisitor around(MethodVisitor next, boolean hasFrames) {
      return method.isConstructor()
          ? new ConstructorExit(next, ((ProbeShape) shape).site())
          : new AroundMethod(next, method, shape, hasFrames);
    }
  }

  private static final class Methods extends ClassVisitor {
    private final Map<String, Target> targets;
    private boolean hasFrames;

    Methods(ClassVisitor next, Map<String, Target> targets) {
      super(Opcodes.ASM9, next);
      this.targets = targets;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      hasFrames = (version & 0xFFFF) >= Opcodes.V1_6;
      super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      Target target = targets.get(name + descriptor);
      return target == null ? next : target.around(next, hasFrames);
    }
  }
}
