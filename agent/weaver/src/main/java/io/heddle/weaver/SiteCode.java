package io.heddle.weaver;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * How the code of a class names a site.
 *
 * @param asConstant whether the class file may have dynamic constants
 */
record SiteCode(int number, boolean asConstant) {
  /** Of a class file of that major version. */
  static SiteCode in(int version, int number) {
    return new SiteCode(number, version >= Opcodes.V11);
  }

  /** Pushes the site. */
  void push(MethodVisitor code) {
    HookCall.site(code, number, asConstant);
  }
}
