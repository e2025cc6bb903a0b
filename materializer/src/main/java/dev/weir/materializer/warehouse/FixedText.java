package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import dev.weir.assets.digest.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// Spells digests, UUIDs and instants into JSON without making a string of each: a commit group holds thousands of them.
/// Not safe for threads.
final class FixedText {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text = new byte[64];

    // The newest second and its spelling up to the point: most instants of a group lie in one of a few seconds.
    private long second = Long.MIN_VALUE;
    private byte[] secondText = new byte[0];

    void write(JsonGenerator json, SerializableString field, Digest digest) throws IOException {
        hex(digest.a(), 16, 0);
        hex(digest.b(), 16, 16);
        hex(digest.c(), 16, 32);
        hex(digest.d(), 16, 48);
        write(json, field, 64);
    }

    void write(JsonGenerator json, SerializableString field, UUID id) throws IOException {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        hex(high >>> 32, 8, 0);
        text[8] = '-';
        hex(high >>> 16, 4, 9);
        text[13] = '-';
        hex(high, 4, 14);
        text[18] = '-';
        hex(low >>> 48, 4, 19);
        text[23] = '-';
        hex(low, 12, 24);
        write(json, field, 36);
    }

    void write(JsonGenerator json, SerializableString field, Instant instant) throws IOException {
        if (instant.getEpochSecond() != second) {
            second = instant.getEpochSecond();
            String whole = Instant.ofEpochSecond(second).toString();
            secondText = whole.substring(0, whole.length() - 1).getBytes(StandardCharsets.US_ASCII);
        }
        int length = secondText.length;
        System.arraycopy(secondText, 0, text, 0, length);
        int nanos = instant.getNano();
        if (nanos != 0) {
            text[length++] = '.';
            for (int digit = length + 8; digit >= length; digit--) {
                text[digit] = HEX[nanos % 10];
                nanos /= 10;
            }
            length += 9;
        }
        text[length++] = 'Z';
        write(json, field, length);
    }

    private void hex(long value, int digits, int at) {
        long rest = value;
        for (int digit = at + digits - 1; digit >= at; digit--) {
            text[digit] = HEX[(int) rest & 15];
            rest >>>= 4;
        }
    }

    private void write(JsonGenerator json, SerializableString field, int length) throws IOException {
        json.writeFieldName(field);
        json.writeRawUTF8String(text, 0, length);
    }
}
