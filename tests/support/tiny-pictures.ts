/** The smallest real pictures: bytes that a PDF and a browser both show. */

/** 2 × 1 pixels. */
export const TINY_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGOQyfN7fXU2AAkTAzSGV0djAAAAAElFTkSuQmCC';
