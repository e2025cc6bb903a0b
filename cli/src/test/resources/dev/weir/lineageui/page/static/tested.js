export const told = "the same, however it was sent";
