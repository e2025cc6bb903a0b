package dev.weir.examples.meridian;

import dev.weir.assets.Asset;
import dev.weir.assets.Assets;
import dev.weir.assets.Command;
import java.nio.file.Path;

/// The step that is a script in Python.
@Assets(group = "model", owners = "team:models")
@Night
interface Training {

    @Asset(description = "How much trucks burn, by speed, load and rain", kinds = "python", timeout = "5m")
    @Command("python3 examples/meridian/train.py")
    FuelModel fuelModel(Path trainingSet);
}
