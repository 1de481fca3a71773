package dev.daybook.testkit.codec;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.testkit.contract.StateCodecContract;

final class ObjectStateCodecTest extends StateCodecContract {

    @Override
    protected StateCodec codec(Class<?>... states) {
        return ObjectCodec.of();
    }
}
