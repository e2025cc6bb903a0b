package dev.weir.lineageui.server;

import dev.weir.lineageui.api.Access;
import dev.weir.lineageui.api.Right;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The two secrets of a server: who knows one may launch, who knows the other may look. They are made at the first start,
/// can be read by their owner only, and stay the same. Sessions are signed with them, so that a cookie is no token, and
/// all of them end when the file is deleted.
///
/// @param launch what allows everything
/// @param read what allows to look
public record Tokens(String launch, String read, InstantSource clock) implements Access {
    /// How long a cookie is good for.
    static final Duration SESSION = Duration.ofDays(30);

    private static final int BYTES = 32;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// Reads both from a folder, or makes them there.
    public static Tokens in(Path folder, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        return new Tokens(token(folder.resolve("token")), token(folder.resolve("token-read")), clock);
    }

    private static String token(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            Files.createFile(file, OWNER_ONLY);
            Files.writeString(file, made + "\n");
            return made;
        } catch (FileAlreadyExistsException known) {
            Files.setPosixFilePermissions(file, OWNER_ONLY.value());
            String kept = Files.readString(file).strip();
            if (kept.length() == made.length()) {
                return kept;
            }
            Files.writeString(file, made + "\n");
            return made;
        }
    }

    @Override
    public Right rightOf(String token) {
        boolean launches = same(token, launch);
        boolean reads = same(token, read);
        return launches ? Right.LAUNCH : reads ? Right.READ : Right.NONE;
    }

    /// What a cookie holds: the right, until when, and a signature.
    String session(Right right) {
        long until = clock.instant().plus(SESSION).getEpochSecond();
        String said = right.word() + "." + until;
        return said + "." + sign(said, right);
    }

    Right rightOfSession(String session) {
        int end = session.lastIndexOf('.');
        int middle = session.indexOf('.');
        if (middle < 0 || end == middle) {
            return Right.NONE;
        }
        String said = session.substring(0, end);
        String until = said.substring(middle + 1);
        Right right = said.startsWith("launch.") ? Right.LAUNCH : said.startsWith("read.") ? Right.READ : Right.NONE;
        boolean signed = right != Right.NONE && same(session.substring(end + 1), sign(said, right));
        return signed
                        && until.matches("[0-9]{1,12}")
                        && Long.parseLong(until) > clock.instant().getEpochSecond()
                ? right
                : Right.NONE;
    }

    private String sign(String text, Right right) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            String key = right == Right.LAUNCH ? launch : read;
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // Takes as long for a wrong text as for the right one.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Tokens[***]";
    }
}
