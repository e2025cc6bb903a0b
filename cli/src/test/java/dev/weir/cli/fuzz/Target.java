package dev.weir.cli.fuzz;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.util.Arrays;
import java.util.List;

/// A part of Weir that takes what others write. For one thread.
interface Target {

    /// Real values, from which others are made.
    List<byte[]> seeds();

    /// Takes an input. Whatever it throws is a fault of Weir's.
    void take(byte[] input) throws Exception;

    /// All of them, by name.
    enum Named {
        KEYS,
        TEXTS,
        PROJECT_FILE,
        MANIFEST,
        PARQUET,
        KEPT,
        MESSAGES,
        SOCKET,
        SELECTION,
        WORDS,
        BODY;

        Target make() {
            return switch (this) {
                case KEYS -> new Keys();
                case TEXTS -> new Texts();
                case PROJECT_FILE -> new ProjectFiles();
                case MANIFEST -> new Manifests();
                case PARQUET -> new ParquetFiles();
                case KEPT -> new KeptFiles();
                case MESSAGES -> new Messages();
                case SOCKET -> new Frames();
                case SELECTION -> new Selections();
                case WORDS -> new Words();
                case BODY -> new Bodies();
            };
        }
    }

    /// A refusal is a sentence, and none of Weir's faults.
    static void refused(RuntimeException refusal) {
        String message = String.valueOf(refusal.getMessage());
        boolean isSaid = refusal.getMessage() != null && !message.isBlank();
        boolean isFault = refusal instanceof WeirException known
                && known.problems().stream().anyMatch(problem -> problem.code() == ProblemCode.INTERNAL);
        if (!isSaid || isFault) {
            throw new AssertionError("No sentence for people: " + refusal, refusal);
        }
    }

    /// Calls of which each may refuse the text in a sentence.
    static void each(Runnable... calls) {
        for (Runnable call : calls) {
            try {
                call.run();
            } catch (NumberFormatException raw) {
                throw raw;
            } catch (WeirException | IllegalArgumentException refusal) {
                refused(refusal);
            }
        }
    }

    static List<byte[]> texts(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toList();
    }

    /// Calls of which each may refuse the text in words that no user sees: who calls has better ones.
    static void eachWithin(Runnable... calls) {
        for (Runnable call : calls) {
            try {
                call.run();
            } catch (IllegalArgumentException refusal) {
                // As it promises.
            }
        }
    }

    static String text(byte[] input) {
        return new String(input, java.nio.charset.StandardCharsets.UTF_8);
    }
}
