/** The name of the programme, with its door. */
export function Brand() {
  return (
    <div className="brand">
      <svg viewBox="0 0 20 28" aria-hidden="true">
        <rect className="brand-door" x="1" y="1" width="18" height="26" rx="3" />
        <circle className="brand-knob" cx="10" cy="14" r="5" />
      </svg>
      Dankbel
    </div>
  );
}
