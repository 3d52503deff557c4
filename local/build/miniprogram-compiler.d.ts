declare module 'miniprogram-compiler' {
  export function wxmlToJs(root: string, options?: { maxBuffer?: number }): string
}

declare module 'miniprogram-compiler/src/wcsc' {
  /** `files` are style sheets without their extension. A failure is returned, not thrown. */
  export default function compileStyles(
    root: string,
    files: string[],
    options?: { maxBuffer?: number },
  ): Record<string, string> | Error
}
