package dev.weir.assets.digest.code;

/// A piece of user code that other code can refer to. Names of types are written as in class files.
///
/// Each says how it is read itself: thousands are at every start, and the first switch over patterns alone would cost more
/// than reading a hundred.
sealed interface Unit {

    /// What it holds and refers to.
    Content read(Units units);

    /// The body of one method.
    record Method(String owner, String name, String descriptor) implements Unit {
        @Override
        public Content read(Units units) {
            return units.method(this);
        }
    }

    /// Whatever a virtual call may run: the method it finds in its type and those that override it.
    record Call(String owner, String name, String descriptor) implements Unit {
        @Override
        public Content read(Units units) {
            return units.call(this);
        }
    }

    /// What a type is without its code: its supertypes and record components.
    record Shape(String type) implements Unit {
        @Override
        public Content read(Units units) {
            return units.shape(type);
        }
    }

    /// What runs when a type is first used.
    record Initializer(String type) implements Unit {
        @Override
        public Content read(Units units) {
            return units.initializer(type);
        }
    }

    /// What an object may run although no user code calls it, because the JDK or a library does: `compareTo`, `hashCode`.
    record Instance(String type) implements Unit {
        @Override
        public Content read(Units units) {
            return units.instance(type);
        }
    }
}
