/** Small signs that tell states apart without colour; words always stand beside them or are read in their place. */
import './sign.css';

export type SignName = 'check' | 'cross' | 'dash' | 'unknown' | 'ring' | 'disc' | 'target' | 'dot' | 'half';

/** Drawn on 16 by 16; "disc" parts are filled, the others are lines. */
const shapes = {
  check: <path class="sign-line" d="M3 8.5 6.5 12 13 4.5" />,
  cross: <path class="sign-line" d="M4 4l8 8M12 4l-8 8" />,
  dash: <path class="sign-line" d="M3.5 8h9" />,
  unknown: <path class="sign-line" d="M5.6 6.1c0-1.6 1-2.6 2.5-2.6s2.4.9 2.4 2.2c0 1.9-2.4 1.9-2.4 3.9M8.1 12.4v.2" />,
  ring: <circle class="sign-line" cx="8" cy="8" r="5" />,
  disc: <circle cx="8" cy="8" r="4.5" />,
  target: (
    <>
      <circle class="sign-line" cx="8" cy="8" r="6" />
      <circle cx="8" cy="8" r="3" />
    </>
  ),
  dot: <circle cx="8" cy="8" r="1.4" />,
  half: (
    <>
      <circle class="sign-line" cx="8" cy="8" r="5" />
      <path d="M8 3a5 5 0 0 1 0 10z" />
    </>
  ),
} as const satisfies Record<SignName, unknown>;

export function Sign({ name }: { name: SignName }) {
  return (
    <svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
