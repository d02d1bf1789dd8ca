/** Filled for somebody who was spoken, a ring for somebody who was not reached. */
export function Dot({ isFilled }: { readonly isFilled: boolean }) {
  return (
    <svg className="dot" viewBox="0 0 13 13" width="13" height="13" aria-hidden="true">
      {isFilled ? (
        <circle className="filled" cx="6.5" cy="6.5" r="5.5" />
      ) : (
        <circle className="ring" cx="6.5" cy="6.5" r="4.7" />
      )}
    </svg>
  );
}
