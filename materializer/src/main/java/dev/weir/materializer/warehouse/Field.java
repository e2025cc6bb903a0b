package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.io.SerializedString;

/// The names that occur in every line of a segment, encoded once.
final class Field {

    static final SerializedString ASSET = new SerializedString("asset");
    static final SerializedString PARTITION = new SerializedString("partition");
    static final SerializedString ORDINAL = new SerializedString("ordinal");
    static final SerializedString VERSION = new SerializedString("version");
    static final SerializedString NUMBER = new SerializedString("number");
    static final SerializedString STATE = new SerializedString("state");
    static final SerializedString RUN = new SerializedString("run");
    static final SerializedString ATTEMPT = new SerializedString("attempt");
    static final SerializedString EPOCH = new SerializedString("epoch");
    static final SerializedString REASON = new SerializedString("reason");
    static final SerializedString TOOK = new SerializedString("took_us");
    static final SerializedString CREATED_AT = new SerializedString("created_at");
    static final SerializedString CODE = new SerializedString("code");
    static final SerializedString CONFIG = new SerializedString("config");
    static final SerializedString DATA = new SerializedString("data");
    static final SerializedString INPUTS = new SerializedString("inputs");
    static final SerializedString COMBINED = new SerializedString("combined");
    static final SerializedString AUDITED = new SerializedString("audited");
    static final SerializedString COLLECTED = new SerializedString("collected");
    static final SerializedString GROUP = new SerializedString("group");
    static final SerializedString AT = new SerializedString("at");

    private Field() {}
}
