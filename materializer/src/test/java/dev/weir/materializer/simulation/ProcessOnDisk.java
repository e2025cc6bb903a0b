package dev.weir.materializer.simulation;

import dev.weir.materializer.warehouse.SimulatedDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How the operations of a process on the disk take their time, or are its last.
record ProcessOnDisk(SimulatedProcess process, Loop loop, Faults faults) implements SimulatedDisk.Process {

    @Override
    public void before(String operation, Path file) {
        faults.before(process, loop.trace().isWanted() ? operation + " " + file.getFileName() : operation);
    }

    @Override
    public void await(List<Runnable> wakers) {
        Strand waiting = loop.current();
        wakers.add(() -> loop.wake(waiting, Duration.ZERO));
        loop.park();
    }
}
