package dev.daybook.jackson;

import dev.daybook.ports.codec.EventCodec;
import dev.daybook.testkit.contract.EventCodecContract;

class JacksonEventCodecTest extends EventCodecContract {

    @Override
    protected EventCodec codec(Class<?>... events) {
        return JacksonCodec.of(events);
    }
}
