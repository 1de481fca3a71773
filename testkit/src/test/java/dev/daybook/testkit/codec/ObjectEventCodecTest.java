package dev.daybook.testkit.codec;

import dev.daybook.ports.codec.EventCodec;
import dev.daybook.testkit.contract.EventCodecContract;

final class ObjectEventCodecTest extends EventCodecContract {

    @Override
    protected EventCodec codec(Class<?>... events) {
        return ObjectCodec.of(events);
    }
}
