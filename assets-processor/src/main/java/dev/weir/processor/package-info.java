/// Reads declarations while javac compiles them: turns annotated methods into specs, reports what is wrong at the place
/// where it is written, and generates what calls the methods without reflection.
///
/// Start at [WeirProcessor]. A class is first read ([ClassReader]), then the classes are judged together
/// ([ProjectRules]), then each gets a module, an index and the codecs it needs ([ClassWriter]). Never on a user's
/// run-time class path.
@NullMarked
package dev.weir.processor;

import org.jspecify.annotations.NullMarked;
